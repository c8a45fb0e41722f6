import { StartupError } from '../startup-error.js';

/** A line for whoever runs the command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Why the command failed: what the operator can mend in one sentence, anything else with its stack. */
export function refuse(error: unknown): void {
  const isOurs = error instanceof StartupError || !(error instanceof Error);
  const text = isOurs ? String(error) : (error.stack ?? error.message);
  process.stderr.write(`${text.replace(/^StartupError: /, '')}\n`);
  process.exitCode = 1;
}
