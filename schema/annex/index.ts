export { Annex } from './annex.entity.js';
export { annexVerbs } from './annex.policy.js';
export { AnnexResolver } from './annex.resolver.js';
export { type AnnexFacts, type AnnexPaper, AnnexService } from './annex.service.js';
export { AnnexPerson } from './annex-person.entity.js';
