import { recognitionTester } from '../../support/recognition';

const to = 'scaimind/coordinator-unavailable';

/** A gRPC code as each language's library spells it, never the word alone. */
recognitionTester('gRPC statuses', [
	{
		path: 'a.go',
		to,
		text: 'package a\n\nimport "google.golang.org/grpc/codes"\n\nfunc f() { if status.Code(err) == codes.‹Unavailable› { g(codes.‹Unavailable›, other.⟦Unavailable⟧) } }\n',
	},
	{
		path: 'a.py',
		to,
		text: 'import grpc\nif e.code() == grpc.StatusCode.‹UNAVAILABLE›: raise X(StatusCode.‹UNAVAILABLE›)\n⟦UNAVAILABLE⟧ = 1\ncontext.abort(grpc.StatusCode.‹UNAVAILABLE›, "x")\n',
	},
	{
		path: 'a.ts',
		to,
		text: "import { status } from '@grpc/grpc-js';\nif (err.code === status.‹UNAVAILABLE› || grpc.status.‹UNAVAILABLE› || Code.‹Unavailable› || e.code === '‹UNAVAILABLE›') f(other.⟦UNAVAILABLE⟧);\n",
	},
	{
		path: 'A.java',
		to,
		text: 'import io.grpc.Status;\nclass A { void f() { throw Status.‹UNAVAILABLE›.asException(); } boolean g() { return s.getCode() == Status.Code.‹UNAVAILABLE›; } }\n',
	},
	{
		path: 'A.kt',
		to,
		text: 'import io.grpc.Status\nif (e.status.code == Status.Code.‹UNAVAILABLE›) throw Status.‹UNAVAILABLE›.asException()\n',
	},
	{
		path: 'a.rs',
		to,
		text: 'use tonic::{Code, Status};\nfn f() { Err(Status::‹unavailable›("x")); match s.code() { Code::‹Unavailable› => {} _ => {} } tonic::Code::‹Unavailable›; }\n',
	},
	{
		path: 'a.cs',
		to,
		text: 'using Grpc.Core;\nclass A { void F() { if (e.StatusCode == StatusCode.‹Unavailable›) throw new RpcException(new Status(StatusCode.‹Unavailable›, "x")); } }\n',
	},
	{
		path: 'a.rb',
		to,
		text: "require 'grpc'\nraise GRPC::BadStatus.new_status_exception(GRPC::Core::StatusCodes::‹UNAVAILABLE›)\nraise GRPC::‹Unavailable›\n",
	},
	{
		path: 'a.php',
		to,
		text: '<?php if ($status->code === \\Grpc\\STATUS_⟦UNAVAILABLE⟧ || $c === Code::‹UNAVAILABLE›) {}\n',
	},
	{
		path: 'a.json',
		to,
		text: '{ "grpc": { "code": "‹UNAVAILABLE›", "text": "now ⟦UNAVAILABLE⟧ again" }, "retryableStatusCodes": ["‹UNAVAILABLE›"] }\n',
	},
	{ path: 'a.yaml', to, text: 'retryableStatusCodes: [‹UNAVAILABLE›]\ncode: "‹UNAVAILABLE›"\n' },
	{ path: 'a.md', to, text: 'It fails with `‹UNAVAILABLE›`; it is ⟦UNAVAILABLE⟧ today. See `codes.‹Unavailable›`.\n' },
	{
		path: 'a.log',
		to,
		text: '{"grpc_code":"‹UNAVAILABLE›"}\nrpc error: code = ‹Unavailable› desc = connection refused\nservice ⟦UNAVAILABLE⟧ now\n',
	},
	{ path: 'a.proto', to, text: '// answers ⟦UNAVAILABLE⟧ when down; the node is ⟦UNAVAILABLE⟧\n' },
	{
		name: 'the standard where no system explains it',
		path: 'a.go',
		on: [],
		to: 'grpc/unavailable',
		text: 'package a\n\nimport "google.golang.org/grpc/codes"\n\nvar c = codes.‹Unavailable›\n',
	},
	{
		name: 'nothing without a word of gRPC in the file',
		path: 'a.ts',
		on: [],
		text: "const a = { state: '⟦UNAVAILABLE⟧', b: Status.⟦UNAVAILABLE⟧, c: '⟦INTERNAL⟧', d: '⟦UNKNOWN⟧', e: Code.⟦OK⟧ };\n",
	},
	{
		name: 'no other word that looks like one',
		path: 'a.go',
		text: 'package a\n\nimport "google.golang.org/grpc"\n\nvar phases = []string{"⟦Unknown⟧", "⟦Internal⟧"}\n',
	},
]);
