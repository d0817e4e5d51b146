import { seedIfFresh } from '../../main/seed.ts';
import { checkQuestions } from '../../policy/retrieval/verbs/check-questions.ts';
import type { CliCommand } from '../command.ts';
import { policyWords as words } from '../words-policy.ts';

export const faqCheck: CliCommand = {
  name: 'faq check',
  usage: '',
  async run(house) {
    await seedIfFresh(house.runtime);
    const { result } = await checkQuestions(house.ctx());
    const { entries, phrasings, counterExamples, problems } = result;
    const ok = problems.length === 0;
    return {
      ok,
      lines: [
        ...problems.map((problem) => words.phraseProblem[problem.kind](problem)),
        words.checked(entries, phrasings, counterExamples, problems.length),
      ],
      json: { ok, ...result },
    };
  },
};
