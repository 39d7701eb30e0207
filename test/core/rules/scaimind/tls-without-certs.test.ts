import { tlsWithoutCerts } from '../../../../src/core/rules/scaimind/tls-without-certs';
import { ruleTester } from '../../../support/ruleTester';

ruleTester(tlsWithoutCerts, {
	silent: [
		{ name: 'TLS switched off', files: { '.env': 'scaimind_tls_enabled=false\n' } },
		{ name: 'a path beside it', files: { '.env': 'SCAIMIND_TLS_ENABLED=1\nSCAIMIND_TLS_CERT_PATH=/etc/mind.pem\n' } },
		{
			name: 'a path in another env file of the folder',
			files: { '.env': 'scaimind_tls_enabled=true\n', '.env.local': 'scaimind_tls_ca_cert=./ca.pem\n' },
		},
		{
			name: 'an example that names the key',
			files: { '.env.example': 'scaimind_tls_enabled=true\n# scaimind_tls_ca_cert=\n' },
		},
		{ name: 'a value that is known only when it runs', files: { '.env': 'scaimind_tls_enabled=${TLS}\n' } },
		{
			name: 'a default in code',
			files: {
				'.env': 'SCAIMIND_TLS_ENABLED=true\n',
				'a.py': 'import os\nca = os.environ.get("SCAIMIND_TLS_CA_CERT", "/etc/ssl/mind.pem")\n',
			},
		},
		{ name: 'the TLS of somebody else', files: { '.env': 'tls_enabled=true\nscaimind_grpc_host=a\n' } },
	],
	flagged: [
		{
			name: 'an env file',
			files: { '.env': 'scaimind_grpc_host=a\n‹scaimind_tls_enabled›=true # production\nscaikey_url=b\n' },
			findings: [{ messageId: 'missing', data: { key: 'scaimind_tls_ca_cert' } }],
			fixed: {
				'.env':
					'scaimind_grpc_host=a\nscaimind_tls_enabled=true # production\nscaimind_tls_ca_cert=/etc/ssl/certs/ca-certificates.crt\nscaikey_url=b\n',
			},
			title: 'Add `scaimind_tls_ca_cert`',
		},
		{
			name: 'the last line, with the name that the code reads',
			files: {
				'.env': 'export ‹SCAIMIND_TLS_ENABLED›="true"\n',
				'a.py': 'import os\nca = os.environ["SCAIMIND_TLS_ROOT_CERT"]\n',
			},
			findings: [{ messageId: 'missing', data: { key: 'SCAIMIND_TLS_ROOT_CERT' } }],
			fixed: {
				'.env':
					'export SCAIMIND_TLS_ENABLED="true"\nexport SCAIMIND_TLS_ROOT_CERT=/etc/ssl/certs/ca-certificates.crt\n',
			},
		},
		{
			name: 'an empty path',
			files: { '.env': '‹scaimind_tls_enabled›=true\nscaimind_tls_ca_cert=\n' },
			findings: [{ messageId: 'empty', data: { key: 'scaimind_tls_ca_cert' } }],
			fixed: null,
		},
		{
			name: 'a compose service',
			files: {
				'docker-compose.yml':
					'services:\n  bridge:\n    image: a\n    environment:\n      ‹SCAIMIND_TLS_ENABLED›: "true"\n  other:\n    image: b\n    environment:\n      SCAIMIND_TLS_CA_CERT: /etc/ca.pem\n',
			},
			findings: [{ messageId: 'missing' }],
			fixed: null,
		},
	],
});
