import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Category } from './category.entity.js';
import type { CategoryCreateInput, CategoryReviseInput } from './category.inputs.js';
import { categoryList } from './category.list.js';
import { categoryVerbs } from './category.policy.js';
import {
  type CategoryDraft,
  type CategoryTerm,
  checkCategory,
  checkCategoryCode,
  checkTerms,
  termOf,
} from './category.rules.js';

/** Use cases of worker categories. */
export class CategoryService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One category, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, categoryVerbs.read);
    return caller.reads.one(Category, databaseId('category', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, categoryVerbs.read);
    return caller.reads.page(categoryList, request, selection);
  }

  create(caller: Caller, raw: CategoryCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: categoryVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, categoryVerbs.create);
      const id = newId();
      const draft: CategoryDraft = { name: input.name, nameEn: input.nameEn, aliases: input.aliases ?? [] };
      problems.push(...checkCategoryCode(input.code), ...checkCategory(draft));
      problems.push(...checkTerms(draft, await termsOfOthers(work, id, draft)));
      const parentId = await parentKey(work, input.parentId, problems);
      refuse(problems);
      const { isTransport, isPostHolder } = input;
      const flags = {
        isTransport: isTransport ?? false,
        isPostHolder: isPostHolder ?? false,
        isActive: true,
      };
      await work.manager.insert(Category, {
        id,
        code: input.code,
        family: input.family,
        parentId,
        ...namesOf(draft),
        ...flags,
      });
      return id;
    });
  }

  revise(
    caller: Caller,
    { id, expectedVersion, input: raw }: Revision<CategoryReviseInput>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: categoryVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, categoryVerbs.revise);
      const category = await lockForChange(work, Category, {
        id: databaseId('category', id),
        expectedVersion,
      });
      const draft = draftOf(category, input);
      problems.push(
        ...checkCategory(draft),
        ...checkTerms(draft, await termsOfOthers(work, category.id, draft)),
      );
      const parentId =
        input.parentId === undefined ? category.parentId : await parentKey(work, input.parentId, problems);
      refuse(problems);
      await work.manager.update(Category, category.id, {
        ...namesOf(draft),
        parentId,
        family: input.family ?? category.family,
        isTransport: input.isTransport ?? category.isTransport,
        isPostHolder: input.isPostHolder ?? category.isPostHolder,
        isActive: input.isActive ?? category.isActive,
      });
      return category.id;
    });
  }
}

function draftOf(category: Category, input: CategoryReviseInput): CategoryDraft {
  return {
    name: input.name === undefined ? category.name : input.name,
    nameEn: input.nameEn === undefined ? category.nameEn : input.nameEn,
    aliases: input.aliases === undefined ? category.aliases : (input.aliases ?? []),
  };
}

/** The rules have refused empty names and aliases; the columns would refuse them again. */
function namesOf({ name, nameEn, aliases }: CategoryDraft) {
  return { name: name ?? '', nameEn: nameEn ?? '', aliases: aliases.map((alias) => alias ?? '') };
}

function termsOfOthers(work: Work, id: string, { name, aliases }: CategoryDraft): Promise<CategoryTerm[]> {
  const words = [name, ...aliases].filter((word) => word !== null).map(termOf);
  return work.query<CategoryTerm>(
    `select t.term, c.name as category from category_term t join category c on c.id = t.category_id
     where t.term = any($1::text[]) and t.category_id <> $2`,
    [words, id],
  );
}

async function parentKey(
  work: Work,
  publicKey: string | null | undefined,
  problems: Problem[],
): Promise<string | null> {
  const path = ['input', 'parentId'];
  const parentId = referenceKey('category', publicKey, path, problems);
  if (parentId === null) return null;
  if (!(await work.manager.existsBy(Category, { id: parentId })))
    problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  return parentId;
}
