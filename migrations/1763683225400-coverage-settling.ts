import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conflicts between payers: how a case ends, and what becomes of months that two payers did pay. */
export class CoverageSettling1763683225400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settling);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions.map((name) => `drop function ${name};`).join('\n'));
  }
}

const functions = [
  'app.close_case(uuid, text, text)',
  'app.record_double_payment(uuid, uuid)',
  'app.settle_double_payment(uuid, numeric, text, text)',
];

const settling = `
  create function app.close_case(closed uuid, new_state text, why text) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    c public.coverage_case;
  begin
    select * into c from public.coverage_case x where x.id = closed for update;
    if c.id is null or not (c.region_id in (select app.regions_of('ADMIN', 'COORDINATOR')) or c.holder_region_id in (select app.regions_of('ADMIN', 'COORDINATOR'))) then
      raise no_data_found using message = 'absent, or not visible';
    end if;
    if (c.state, new_state) not in (('OPEN', 'CONFIRMED'), ('OPEN', 'CLOSED'), ('CONFIRMED', 'CLOSED')) then
      raise exception 'case: % does not lead to %', c.state, new_state using errcode = 'check_violation', constraint = 'coverage_case_state_move';
    end if;
    update public.coverage_case x set state = new_state, resolution = why where x.id = closed;
  end $$;
  comment on function app.close_case(uuid, text, text) is 'A coordinator of either side confirms the refusal, or closes the case.';

  create function app.record_double_payment(new_payment uuid, of_case uuid) returns uuid language plpgsql volatile security definer set search_path = '' as $$
  declare
    c public.coverage_case;
    holder uuid;
  begin
    select * into c from public.coverage_case x where x.id = of_case for update;
    perform app.require_writer(c.region_id);
    if c.state not in ('OPEN', 'CONFIRMED') then
      raise exception 'case: % does not lead to PAID_TWICE', c.state using errcode = 'check_violation', constraint = 'coverage_case_state_move';
    end if;
    -- nobody takes the months of the person back meanwhile
    perform from public.person x where x.id = c.person_id for no key update;
    select (array_agg(h.id order by h.months))[1] into holder
      from public.coverage h
      where h.person_id = c.person_id and h.program_id <> c.program_id and h.credit_note_id is null and h.months && c.months
      having range_agg(h.months) @> c.months;
    if holder is null then
      raise exception 'double payment: nobody else covers all these months' using errcode = 'check_violation', constraint = 'double_payment_holder_gone';
    end if;
    insert into public.double_payment (id, coverage_id, case_id, person_id, enrollment_id, program_id, region_id, holder_region_id, months, paid_rupiah)
      values (new_payment, holder, c.id, c.person_id, c.enrollment_id, c.program_id, c.region_id, c.holder_region_id, c.months, c.saved_rupiah);
    update public.coverage_case x set state = 'PAID_TWICE' where x.id = of_case;
    return new_payment;
  end $$;
  comment on function app.record_double_payment(uuid, uuid) is
    'The register tells the truth: the months of the case were in fact paid a second time. The row of the other payer counts; this one is to be recovered.';

  create function app.settle_double_payment(settled uuid, recovered numeric, new_state text, how text) returns void
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    d public.double_payment;
  begin
    select * into d from public.double_payment x where x.id = settled for update;
    perform app.require_writer(d.region_id);
    if d.state <> 'TO_RECOVER' then
      raise exception 'double payment: it is %', d.state using errcode = 'check_violation', constraint = 'double_payment_state_move';
    end if;
    update public.double_payment x set recovered_rupiah = recovered, state = new_state, ending = how where x.id = settled;
  end $$;
  comment on function app.settle_double_payment(uuid, numeric, text, text) is 'How the recovery ended: all of it, or written off with what came back.';
`;

const rights = functions
  .map((name) => `revoke execute on function ${name} from public;\n`)
  .concat(functions.map((name) => `grant execute on function ${name} to payung_app;\n`))
  .join('');
