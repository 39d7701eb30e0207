import { unauthenticatedSource } from '../../../../src/core/rules/media/unauthenticated-source';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { 'render-daemon': 'on' } } as const;
const guarded = [{ messageId: 'guarded', severity: 'information' }];

ruleTester(unauthenticatedSource, {
	silent: [
		{
			name: 'a workspace that has nothing to do with the catalogue',
			files: { 'a.js': "player.src = '/api/renders/1/audio.wav';\n" },
		},
		{
			name: 'a blob URL',
			config,
			files: {
				'a.ts':
					"const res = await authFetch('/api/renders/1/audio.wav');\nplayer.src = URL.createObjectURL(await res.blob());\n",
			},
		},
		{
			name: 'another route',
			config,
			files: { 'a.html': '<audio src="/api/presets/a.wav"></audio><audio src="/media/renders/1/audio.wav"></audio>\n' },
		},
		{
			name: 'a signed address',
			config,
			files: {
				'a.ts':
					'player.src = `/api/renders/${id}/audio.wav?sig=${sig}`;\nplayer.src = `/api/renders/${id}/audio.wav${query}`;\n',
			},
		},
		{ name: 'an element without a source', config, files: { 'a.html': '<audio id="player" controls></audio>\n' } },
		{ name: 'an address that is not known', config, files: { 'a.ts': 'player.src = urlOf(id);\n' } },
		{ name: 'a comparison', config, files: { 'a.ts': "if (player.src === '/api/renders/1/audio.wav') stop();\n" } },
		{ name: 'a test', config, files: { 'a.test.ts': "player.src = '/api/renders/1/audio.wav';\n" } },
	],
	flagged: [
		{
			name: 'an assignment',
			config,
			files: { 'a.ts': 'function row(id: string) {\n  preview.src = ‹`${base}/api/renders/${id}/audio.wav`›;\n}\n' },
			findings: guarded,
			title: 'Fetch it with the token and play a blob URL',
			fixed: {
				'a.ts':
					'function row(id: string) {\n  void fetch(`${base}/api/renders/${id}/audio.wav`, { headers: { Authorization: `Bearer ${token}` } })\n    .then((response) => response.blob())\n    .then((blob) => (preview.src = URL.createObjectURL(blob)));\n}\n',
			},
		},
		{
			name: 'a concatenation through a variable',
			config,
			files: { 'a.js': "const url = '/api/renders/' + id + '/audio.wav'\nplayer.src = ‹url›\n" },
			findings: guarded,
			fixed: {
				'a.js':
					"const url = '/api/renders/' + id + '/audio.wav'\nvoid fetch(url, { headers: { Authorization: `Bearer ${token}` } })\n\t.then((response) => response.blob())\n\t.then((blob) => (player.src = URL.createObjectURL(blob)))\n",
			},
		},
		{
			name: 'JSX',
			config,
			files: { 'a.tsx': 'const a = <audio controls src={‹`/api/renders/${id}/audio.wav`›} />;\n' },
			findings: guarded,
			fixed: null,
		},
		{
			name: 'HTML',
			config,
			files: { 'a.html': '<audio controls\n  src="‹/api/renders/demo/audio.wav›"></audio>\n' },
			findings: guarded,
			fixed: null,
		},
		{
			name: 'Vue and Svelte templates',
			config,
			files: {
				'a.svelte': '<script>export let id</script>\n<audio src="‹/api/renders/{id}/audio.wav›" />\n',
				'a.vue':
					'<template><audio :src="‹`${base}/api/renders/${id}/audio.wav`›" /></template>\n<script setup>const base = 1</script>\n',
			},
			findings: [...guarded, ...guarded],
			fixed: null,
		},
		{
			name: 'other ways to set it',
			config,
			files: {
				'a.ts':
					"const a = new Audio(‹'/api/renders/1/audio.wav'›);\na.setAttribute('src', ‹`/api/renders/${id}/audio.wav`›);\n",
			},
			findings: [...guarded, ...guarded],
			fixed: null,
		},
	],
});
