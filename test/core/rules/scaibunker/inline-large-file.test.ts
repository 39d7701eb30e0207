import { inlineLargeFile } from '../../../../src/core/rules/scaibunker/inline-large-file';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { scaibunker: 'on' } } as const;
const large = 12 * 1024 * 1024;
const found = [{ messageId: 'large', data: { size: 12 }, severity: 'information' }];

ruleTester(inlineLargeFile, {
	silent: [
		{
			name: 'a small file',
			config,
			sizes: { 'a.bin': 1000 },
			files: { 'a.py': 'c.put(f"/bunkers/{b}/files/a", content=open("a.bin", "rb"))\n' },
		},
		{
			name: 'a file that is not there',
			config,
			files: { 'a.py': 'c.put(f"/bunkers/{b}/files/a", content=open("a.bin", "rb"))\n' },
		},
		{
			name: 'the upload to S3',
			config,
			sizes: { 'a.bin': large },
			files: {
				'a.py': 'c.put(url, content=open("a.bin", "rb"))\nc.put("/files/upload", content=open("a.bin", "rb"))\n',
			},
		},
		{
			name: 'a download',
			config,
			sizes: { 'a.bin': large },
			files: { 'a.py': 'open("a.bin", "wb").write(c.get(f"/bunkers/{b}/files/a").content)\n' },
		},
		{
			name: 'a path that is computed',
			config,
			sizes: { 'a.bin': large },
			files: { 'a.ts': "await call('PUT', `/bunkers/${b}/files${to}`, { content: await readFile(from) });\n" },
		},
		{
			name: 'a workspace without ScaiBunker',
			sizes: { 'a.bin': large },
			files: { 'a.py': 'c.put(f"/bunkers/{b}/files/a", content=open("a.bin", "rb"))\n' },
		},
	],
	flagged: [
		{
			name: 'Python',
			config,
			sizes: { 'app/a.bin': large },
			files: { 'app/a.py': 'c.put(f"/bunkers/{b}/files/data/a", content=open("‹a.bin›", "rb"))\n' },
			findings: found,
		},
		{
			name: 'Python with a block',
			config,
			sizes: { 'data/a.tar.gz': large },
			files: {
				'app/a.py':
					'def send(b):\n    with open("‹data/a.tar.gz›", "rb") as file:\n        httpx.put(f"{API}/bunkers/{b}/files/a.tar.gz", content=file)\n',
			},
			findings: found,
		},
		{
			name: 'TypeScript through a variable, from the folder of the package',
			config,
			sizes: { 'app/models/a.onnx': large },
			files: {
				'app/package.json': '{ "name": "app" }\n',
				'app/src/a.ts':
					"const content = await readFile('‹models/a.onnx›');\nawait call('PUT', `/bunkers/${b}/files/a.onnx`, { content: content.toString('base64') });\n",
			},
			findings: found,
		},
		{
			name: 'curl',
			config,
			sizes: { 'a.bin': large },
			files: {
				'a.sh':
					'curl -X PUT --data-binary @‹a.bin› "$API/bunkers/$ID/files/a.bin"\ncurl -T ‹a.bin› $API/bunkers/$ID/files/a.bin\n',
			},
			findings: [...found, ...found],
		},
	],
});
