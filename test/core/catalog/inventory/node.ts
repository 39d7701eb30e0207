import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{ entry: 'econnrefused', tokens: ['ECONNREFUSED'], facts: ['No process listens', 'container', '::1'] },
	{ entry: 'econnreset', tokens: ['ECONNRESET'], facts: ['cut the connection', 'kept-alive'] },
	{ entry: 'eaddrinuse', tokens: ['EADDRINUSE'], facts: ['taken', 'lsof'] },
	{ entry: 'enoent', tokens: ['ENOENT'], facts: ['no such file', 'working directory', 'spawn'] },
	{ entry: 'eacces', tokens: ['EACCES'], facts: ['permission denied', '1024'] },
	{ entry: 'emfile', tokens: ['EMFILE'], facts: ['too many open files', 'ulimit'] },
	{ entry: 'enospc', tokens: ['ENOSPC'], facts: ['no space', 'max_user_watches'] },
	{ entry: 'etimedout', tokens: ['ETIMEDOUT'], facts: ['timed out', 'firewall'] },
	{ entry: 'eai-again', tokens: ['EAI_AGAIN'], facts: ['DNS', 'temporary'] },
	{ entry: 'err-module-not-found', tokens: ['ERR_MODULE_NOT_FOUND'], facts: ['file extension', 'installed'] },
	{ entry: 'err-require-esm', tokens: ['ERR_REQUIRE_ESM'], facts: ['await import()', '22.12'] },
	{ entry: 'err-http-headers-sent', tokens: ['ERR_HTTP_HEADERS_SENT'], facts: ['answers twice', 'headersSent'] },
	{
		entry: 'err-ossl-evp-unsupported',
		tokens: ['ERR_OSSL_EVP_UNSUPPORTED'],
		facts: ['OpenSSL 3', 'webpack', '--openssl-legacy-provider'],
	},
];
