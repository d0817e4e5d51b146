import { execFileSync } from 'node:child_process';

/** Page and program are tested as they are shipped. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
