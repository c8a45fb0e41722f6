export { BudgetLine } from './budget-line.entity.js';
export { Program } from './program.entity.js';
export { ProgramState } from './program.lifecycle.js';
export { ProgramFilter, programList } from './program.list.js';
export { programVerbs } from './program.policy.js';
export { programCodes } from './program.problems.js';
export { ProgramConnection, ProgramResolver } from './program.resolver.js';
export { approveProgram, ProgramService } from './program.service.js';
export { ProgramMoney } from './program-money.js';
export {
  MouProgramsResolver,
  RegionProgramsResolver,
  RegulationImpactProgramsResolver,
  RegulationProgramsResolver,
} from './program-parents.resolver.js';
export { ProvinceSetting } from './province-setting.entity.js';
export { provinceSettingVerbs } from './province-setting.policy.js';
export { ProvinceSettingResolver } from './province-setting.resolver.js';
export { ProvinceSettingService } from './province-setting.service.js';
