import { runCommand } from './steps/lifecycle';
import { prepareBuild, prepareFonts, preparePrisma } from './steps/prepare';

/** `npm run build`: what `npm start` does before it starts anything. For images and other hosts. */
async function build(): Promise<number> {
  await prepareFonts();
  await preparePrisma();
  await prepareBuild();
  return 0;
}

await runCommand(build);
