import { preparePrisma } from './steps/prepare';

/** Makes Prisma's client where it is missing: a command whose modules need it runs this first. */
await preparePrisma();
