import { optionalDependency } from '../../../../src/core/rules/python/optional-dependency';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { scaiecho: 'on' } } as const;
const route = '@router.post("/sessions/{session_id}/offer")\nasync def offer(): ...\n';

ruleTester(optionalDependency, {
	silent: [
		{ name: 'both packages', config, files: { 'a.py': 'import aiortc\n', 'requirements.txt': 'aiortc\nav\n' } },
		{
			name: 'packages of an extra',
			config,
			files: {
				'a.py': 'import aiortc\n',
				'pyproject.toml':
					'[project]\nname = "a"\ndependencies = ["fastapi"]\n[project.optional-dependencies]\nwebrtc = ["aiortc", "av"]\n',
			},
		},
		{
			name: 'packages that the image installs',
			config,
			files: {
				'a.py': 'import aiortc\n',
				'requirements.txt': 'fastapi\n',
				Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt \\\n  aiortc av\n',
			},
		},
		{
			name: 'packages of the workspace’s root',
			config,
			files: { 'api/a.py': 'import aiortc\n', 'api/requirements.txt': 'fastapi\n', 'requirements.txt': 'aiortc\nav\n' },
		},
		{
			name: 'one of the packages for another purpose',
			config,
			files: { 'a.py': 'import av\n', 'requirements.txt': 'httpx\n' },
		},
		{
			name: 'the package itself',
			config,
			files: {
				'examples/a.py': 'import aiortc\n',
				'pyproject.toml': '[project]\nname = "aiortc"\ndependencies = ["pyee"]\n',
			},
		},
		{ name: 'no list of packages', config, files: { 'a.py': 'import aiortc\n' } },
		{
			name: 'a client, which only calls the route',
			config,
			files: { 'a.py': 'client.post(f"/sessions/{s}/offer")\n', 'requirements.txt': 'httpx\n' },
		},
		{ name: 'a test', config, files: { 'tests/test_a.py': 'import aiortc\n', 'requirements.txt': 'httpx\n' } },
		{ name: 'a workspace without ScaiEcho', files: { 'a.py': 'import aiortc\n', 'requirements.txt': 'httpx\n' } },
	],
	flagged: [
		{
			name: 'a sorted list of requirements',
			config,
			files: {
				'a.py': 'try:\n    from ‹aiortc› import RTCPeerConnection\nexcept ImportError:\n    RTCPeerConnection = None\n',
				'requirements.txt': 'av==14\nfastapi==1\nhttpx==2\n',
			},
			findings: [{ messageId: 'missing', data: { name: 'aiortc', manifest: 'requirements.txt' }, severity: 'warning' }],
			fixed: { 'requirements.txt': 'aiortc\nav==14\nfastapi==1\nhttpx==2\n' },
		},
		{
			name: 'a route without the import, pyproject',
			config,
			files: {
				'a.py': `@router.post("/‹sessions›/{session_id}/offer")\nasync def offer(): ...\n`,
				'pyproject.toml': '[project]\nname = "a"\ndependencies = [\n  "av",\n  "uvicorn",\n  "httpx"\n]\n',
			},
			findings: [{ messageId: 'missing' }],
			fixed: {
				'pyproject.toml': '[project]\nname = "a"\ndependencies = [\n  "av",\n  "uvicorn",\n  "httpx",\n  "aiortc"\n]\n',
			},
		},
		{
			name: 'one of the two, in Poetry',
			config,
			files: {
				'a.py': 'import os, ‹aiortc›\n',
				'pyproject.toml':
					'[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.13"\naiortc = "^1.9"\nfastapi = "*"\n',
			},
			findings: [{ messageId: 'companion', data: { name: 'av' }, severity: 'information' }],
			fixed: {
				'pyproject.toml':
					'[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.13"\naiortc = "^1.9"\nav = "*"\nfastapi = "*"\n',
			},
		},
		{
			name: 'only once for a package, both missing',
			config,
			files: {
				'a.py': 'from ‹‹aiortc›› import X\n',
				'b.py': `import aiortc\n${route}`,
				'pyproject.toml': '[project]\nname = "a"\ndependencies = ["fastapi", "httpx"]\n',
			},
			findings: [{ messageId: 'missing' }, { messageId: 'missing', data: { name: 'av' } }],
			fixed: { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["aiortc", "av", "fastapi", "httpx"]\n' },
		},
	],
});
