import type { NextConfig } from 'next';
import { filePolicy, fileSources, fixedHeaders, scriptPolicy, scriptSource } from './lib/http/security';

const config: NextConfig = {
  // The Dockerfile asks for the standalone build; tracing its files costs time that `npm start` need not spend.
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  // `npm run check` reads the types of everything, tests too; a build need not do so again.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Next packs with gzip alone; `lib/http/packing.ts` does it.
  compress: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // Few style sheets: with fonts and scripts a browser asks one server for six files at a time, and paints once it has all sheets.
  experimental: { cssChunking: { type: 'graph', requestCost: 200_000 } },
  allowedDevOrigins: ['127.0.0.1'],
  // Packages with native parts or files of their own, or that only the server ever asks for, stay outside the bundle.
  serverExternalPackages: [
    'pg',
    'pg-cursor',
    'pg-copy-streams',
    'pg-boss',
    '@prisma/adapter-pg',
    '@resvg/resvg-js',
    'subset-font',
    'wawoff2',
    'nodemailer',
  ],
  outputFileTracingIncludes: { '/*': ['./public/geo/**/*', './public/fonts/export/**/*'] },
  // Browsers ask for it by themselves when the page is slow to name its own.
  async rewrites() {
    return [{ source: '/favicon.ico', destination: '/icon.svg' }];
  },
  async headers() {
    return [
      { source: '/:path*', headers: Object.entries(fixedHeaders).map(([key, value]) => ({ key, value })) },
      ...fileSources.map((source) => ({
        source,
        headers: [{ key: 'Content-Security-Policy', value: filePolicy }],
      })),
      { source: scriptSource, headers: [{ key: 'Content-Security-Policy', value: scriptPolicy }] },
    ];
  },
};

export default config;
