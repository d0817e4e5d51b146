import type { StarterQuestion } from '../types.ts';
import allowance from './allowance.json' with { type: 'json' };
import assessment from './assessment.json' with { type: 'json' };
import bot from './bot.json' with { type: 'json' };
import clearing from './clearing.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import equalPay from './equal-pay.json' with { type: 'json' };
import excellence from './excellence.json' with { type: 'json' };
import fiveSmall from './five-small.json' with { type: 'json' };
import inspections from './inspections.json' with { type: 'json' };
import meetings from './meetings.json' with { type: 'json' };
import nationalRules from './national-rules.json' with { type: 'json' };
import researchTraining from './research-training.json' with { type: 'json' };
import staffing from './staffing.json' with { type: 'json' };
import statistics from './statistics.json' with { type: 'json' };
import tolerance from './tolerance.json' with { type: 'json' };
import villagePay from './village-pay.json' with { type: 'json' };

/** Published in a fresh database; written from the fact table alone. */
export const starterQuestions: StarterQuestion[] = [
  ...allowance,
  ...equalPay,
  ...villagePay,
  ...fiveSmall,
  ...staffing,
  ...tolerance,
  ...clearing,
  ...documents,
  ...meetings,
  ...statistics,
  ...inspections,
  ...researchTraining,
  ...assessment,
  ...excellence,
  ...nationalRules,
  ...bot,
];
