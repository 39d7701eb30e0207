import type { TextDocument } from '../../text/document';
import type { Runtime } from './model';

const serverPath =
	/(?:^|\/)(?:server|servers|backend|functions|lambdas?|edge-functions|workers?|cron|jobs|pages\/api|app\/api|server-actions|actions|middlewares?|cli|bin|scripts|tools)\//i;
const serverFile =
	/\/route\.[jt]sx?$|\+(?:server|page\.server|layout\.server)\.[jt]s$|\.server\.[cm]?[jt]sx?$|(?:^|\/)pages\/api\/|\.config\.[cm]?[jt]s$|(?:^|\/)(?:hooks\.server|middleware|instrumentation|setupProxy|(?:[\w-]+-)?server)\.[cm]?[jt]s$/;
const from = String.raw`(?:\bfrom\s*|\brequire\s*\(\s*|\bimport\s*\(?\s*)['"]`;
const serverModules = String.raw`(?:server-only|next\/headers|next\/server|node:(?!test)[\w/]+|express|fastify|koa|hono(?:\/[\w-]+)?|@nestjs\/(?:common|core|axios)|fs|fs\/promises|path|crypto|http|https|child_process|net|os|stream|undici|node-fetch|got|h3|nitropack|@remix-run\/node|aws-lambda|@aws-sdk\/[\w-]+|discord\.js|bullmq|mongoose|@prisma\/client|sequelize|typeorm|drizzle-orm)['"]`;
const browserModules = String.raw`(?:react|react-dom|vue|vue-router|vuex|pinia|svelte|svelte\/store|\$app\/\w+|solid-js|preact|@angular\/[\w/]+|react-redux|@reduxjs\/toolkit[\w/]*|js-cookie|universal-cookie|vue-demi|@vueuse\/core|antd|element-plus|element-ui|@tanstack\/(?:react|vue)-query|swr|umi-request|umi|localforage|jquery|@microsoft\/fetch-event-source|event-source-polyfill)['"]`;
const serverCode = new RegExp(
	`^\\s*['"]use server['"]|${from}${serverModules}|\\bgetServerSideProps\\b|\\bDeno\\.serve\\b|\\bdefineEventHandler\\b|\\bmodule\\.exports\\s*=\\s*\\(?\\s*req\\b`,
	'm',
);
const browserCode = new RegExp(
	`\\b(?:window\\.\\w|(?:local|session)Storage\\.\\w|navigator\\.(?:\\w*[uU]ser|onLine|language|clipboard|sendBeacon|serviceWorker)|document\\.(?:getElement|querySelector|cookie|createElement|addEventListener|body|head|title|location|hidden|visibilityState|documentElement|referrer)|history\\.(?:push|replace|back|go))|\\bXMLHttpRequest\\b|\\bimport\\.meta\\.env\\.(?:VITE|PUBLIC)_|\\bprocess\\.env\\.(?:REACT_APP|NEXT_PUBLIC|VUE_APP|GATSBY|EXPO_PUBLIC|NUXT_PUBLIC)_|${from}${browserModules}`,
	'm',
);

/** Where the code of a file runs. What only one side can do decides; without it the path does. */
export function runtimeOf({ path, text, language }: TextDocument): Runtime {
	if (language === 'vue' || language === 'svelte' || /^\s*['"]use client['"]/m.test(text)) return 'browser';
	if (serverFile.test(path)) return 'server';
	const browser = browserCode.test(text);
	const server = serverCode.test(text);
	if (browser !== server) return browser ? 'browser' : 'server';
	if (serverPath.test(path)) return 'server';
	if (browser && server) return 'unknown';
	return /\.(?:tsx|jsx)$/.test(path) ? 'browser' : 'unknown';
}
