const required = [
  'NEXT_PUBLIC_ENVIRONMENT',
  'NEXT_PUBLIC_ROOM_URL',
  'NEXT_PUBLIC_STREAMING_URL',
  'USER_MANAGEMENT_URL',
];

const missing = required.filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`Missing environment variables: ${missing.join(', ')}`);
  process.exit(1);
}
