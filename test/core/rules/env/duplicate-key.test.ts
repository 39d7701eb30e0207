import { duplicateKey } from '../../../../src/core/rules/env/duplicate-key';
import { ruleTester } from '../../../support/ruleTester';

ruleTester(duplicateKey, {
	silent: [
		{ name: 'a commented key', files: { '.env': '# PORT=1\nPORT=2\n' } },
		{ name: 'a later value that reads the earlier one', files: { '.env': 'A=1\nA=${A}2\n' } },
		{ name: 'another key that reads the earlier value', files: { '.env': 'A=1\nB=$A\nA=2\n' } },
		{ name: 'two files', files: { '.env': 'A=1\n', '.env.local': 'A=2\n' } },
		{
			name: 'two services',
			files: {
				'compose.yml': 'services:\n  a:\n    environment:\n      X: 1\n  b:\n    environment:\n      X: 2\n',
			},
		},
		{
			name: 'two containers',
			files: {
				'pod.yaml':
					'kind: Pod\nspec:\n  containers:\n    - env:\n        - name: X\n          value: a\n    - env:\n        - name: X\n          value: b\n',
			},
		},
		{ name: 'a text in quotes', files: { '.env': 'A="\nB=1\n"\nB=2\n' } },
	],
	flagged: [
		{
			name: 'another value',
			files: { '.env': '# where\n‹PORT›=3000\nHOST=a\nPORT=8080\n' },
			findings: [{ messageId: 'duplicate', data: { name: 'PORT', last: 4 } }],
			fixed: { '.env': '# where\nHOST=a\nPORT=8080\n' },
			title: 'Remove this line',
		},
		{
			name: 'the same value',
			files: { '.env': '‹PORT›="3000"\nHOST=a\nPORT=3000\n' },
			findings: [{ messageId: 'same' }],
			fixed: { '.env': 'HOST=a\nPORT=3000\n' },
		},
		{
			name: 'export and three times',
			files: { '.env.production': 'export ‹A›=1\n‹A›=2\nexport A=3\n' },
			findings: [{ messageId: 'duplicate' }, { messageId: 'duplicate' }],
			fixed: { '.env.production': 'export A=3\n' },
		},
		{
			name: 'a comment that would go with the line',
			files: { '.env': '‹A›=1 # set by ops\nA=2\n' },
			findings: [{ messageId: 'duplicate' }],
			fixed: null,
		},
		{
			name: 'a value of several lines',
			files: { '.env.example': '‹KEY›="a\nb"\nKEY=c\n' },
			findings: [{ messageId: 'duplicate' }],
			fixed: { '.env.example': 'KEY=c\n' },
		},
		{
			name: 'a list of Compose',
			files: { 'compose.yml': 'services:\n  a:\n    environment:\n      - ‹X›=1\n      - Y=1\n      - X=2\n' },
			findings: [{ messageId: 'duplicate' }],
			fixed: { 'compose.yml': 'services:\n  a:\n    environment:\n      - Y=1\n      - X=2\n' },
		},
	],
});
