import { joinPath, packagesOf } from '../index/packages';
import { directoryOf } from '../facts/manifest';
import type { WorkspaceIndex } from '../index/workspaceIndex';

/** Libraries that read variables by themselves, by the beginning of the names. */
const byDependency: readonly (readonly [RegExp, RegExp])[] = [
	[
		/^(?:@?aws-sdk|boto3|botocore|@aws-sdk\/.*|github\.com\/aws\/aws-sdk-go.*|aws-.*|league\/flysystem-aws.*)$/,
		/^AWS_/,
	],
	[/^(?:openai|@ai-sdk\/openai|langchain.*|@langchain\/.*|litellm)$/, /^(?:OPENAI|AZURE_OPENAI)_/],
	[/^(?:@anthropic-ai\/.*|anthropic|@ai-sdk\/anthropic|langchain.*|@langchain\/.*|litellm)$/, /^ANTHROPIC_/],
	[/^(?:@ai-sdk\/.*|ai|langchain.*|@langchain\/.*|litellm|google-.*|@google\/.*|crewai|llama-index.*)$/, /_API_KEY$/],
	[/^(?:langchain.*|@langchain\/.*|langsmith|langgraph.*)$/, /^(?:LANGCHAIN|LANGSMITH)_/],
	[/^(?:@sentry\/.*|sentry.*|getsentry\/.*)$/, /^SENTRY_/],
	[/^(?:next-auth|@auth\/.*)$/, /^(?:AUTH|NEXTAUTH)_/],
	[/^@clerk\//, /CLERK_/],
	[/^(?:@supabase\/.*|supabase)$/, /SUPABASE_/],
	[
		/^(?:@prisma\/client|prisma|pg|postgres|psycopg.*|asyncpg|libpq.*)$/,
		/^(?:PG[A-Z]+|DATABASE_URL|DIRECT_URL|SHADOW_DATABASE_URL)$/,
	],
	[/^(?:@upstash\/.*|@vercel\/(?:kv|blob|postgres).*)$/, /^(?:UPSTASH|KV|BLOB|POSTGRES)_/],
	[/^(?:firebase.*|@google-cloud\/.*|google-.*)$/, /^(?:GOOGLE|GCLOUD|FIREBASE)_/],
	[/^(?:cloudinary)$/, /^CLOUDINARY_/],
	[/^(?:spring-boot.*)$/, /^(?:SPRING|SERVER|MANAGEMENT|LOGGING)_/],
	[/^(?:nuxt)$/, /^(?:NUXT|NITRO)_/],
	[
		/^laravel\/framework$/,
		/^(?:APP|SESSION|CACHE|DB|QUEUE|MAIL|FILESYSTEM|BROADCAST|LOG|REDIS|AWS|SCOUT|PUSHER|REVERB|HASH|BCRYPT|VITE|MIX|OCTANE|SANCTUM|S?FTP|MEMCACHED|SQS)_/,
	],
	[/^(?:rails|puma|sidekiq)$/, /^(?:RAILS|RACK|PUMA|SIDEKIQ|REDIS)_/],
	[/^(?:celery|flower)$/, /^(?:CELERY|FLOWER)_/],
	[/^(?:gunicorn|uvicorn)/, /^(?:GUNICORN|UVICORN)_|^WEB_CONCURRENCY$/],
	[/^(?:flask)$/, /^FLASK_/i],
	[/^(?:github\.com\/spf13\/viper|config|figment|envy|github\.com\/knadf\/koanf.*|dynaconf|convict|rc|nconf)$/, /_/],
];

/** Images and tools that read an `env_file`. */
const images =
	/^(?:COMPOSE|POSTGRES|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|RABBITMQ|MINIO|PGADMIN|GF|GRAFANA|N8N|KEYCLOAK|KC|ELASTIC|ELASTICSEARCH|KIBANA|CLICKHOUSE|TRAEFIK|NGINX|LETSENCRYPT|VIRTUAL|ACME|CADDY|DOCKER|CLOUDFLARE|TUNNEL|WATCHTOWER|OTEL|HASURA|KONG|GOTRUE|VAULT|SONAR|WORDPRESS|NEXTCLOUD|MEILI|TYPESENSE|QDRANT|WEAVIATE|OLLAMA|SMTP|MAILHOG|MAILPIT)_/;

/** Whether something that is no code of the workspace may read the variable: a library, an image, a tool of the host. */
export function isImplicit(index: WorkspaceIndex, path: string, name: string): boolean {
	const packages = packagesOf(index);
	const manifests = packages.all.flatMap((item) => item.manifests);
	for (const { fact } of manifests) {
		for (const [dependency, names] of byDependency) {
			if (names.test(name) && fact.dependencies.some((item) => dependency.test(item.name))) return true;
		}
		if (fact.dependencies.some((item) => isCalledAfter(name, item.name))) return true;
	}
	return images.test(name) && isComposed(index, path);
}

/** `TRIGGER_SECRET_KEY` and `@trigger.dev/sdk`: a library reads the variables that begin with its name. */
function isCalledAfter(name: string, dependency: string): boolean {
	const [first = ''] = name.toLowerCase().split('_');
	return (
		first.length >= 4 &&
		dependency
			.toLowerCase()
			.split(/[^a-z0-9]+/)
			.includes(first)
	);
}

/** A Compose file loads the file, or the one that is copied from it, or stands beside it. */
function isComposed(index: WorkspaceIndex, path: string): boolean {
	const directory = directoryOf(path);
	for (const { file, fact } of index.facts('env-file-use')) {
		if (directoryOf(joinPath(directoryOf(file.path), fact.path) ?? '') === directory) return true;
	}
	for (const { file, fact } of index.facts('env-definition')) {
		if (fact.role === 'compose' && directoryOf(file.path) === directory) return true;
	}
	return false;
}
