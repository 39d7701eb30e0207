/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  async rewrites() {
    return [{ source: '/api/users/:path*', destination: `${process.env.USER_MANAGEMENT_URL}/:path*` }];
  },
};

export default config;
