export { Mou } from './mou.entity.js';
export { MouConcern, MouFact, MouKind, MouPartyKind, MouPhase, Segment } from './mou.enums.js';
export { MouState } from './mou.lifecycle.js';
export { MouFilter, mouList } from './mou.list.js';
export { mouVerbs } from './mou.policy.js';
export { MouConnection, MouResolver, RegionMousResolver } from './mou.resolver.js';
export { MouService } from './mou.service.js';
export { MouParty } from './mou-party.entity.js';
