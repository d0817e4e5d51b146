import { execFileSync } from 'node:child_process';

/** The page is tested as it is shipped. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build:page'], { stdio: 'inherit' });
}
