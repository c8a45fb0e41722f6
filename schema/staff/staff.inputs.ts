import { Field, ID, InputType, Int } from 'type-graphql';
import type { Locale, Role } from '../kernel/actor.js';
import { LocaleEnum, RoleEnum, TokenAccess } from './staff.enums.js';

@InputType({ description: 'Role to give.' })
export class StaffGrantInput {
  @Field(() => RoleEnum, { description: 'Role of the member of staff.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the province, regency or city of the role. Null: all of Indonesia, which only administrators give.',
  })
  regionId?: string | null;
}

@InputType({ description: 'New member of staff.' })
export class StaffCreateInput {
  @Field(() => String, { description: 'E-mail address to sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Name of the person.' })
  name!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language of the person. Null: Indonesian.' })
  locale?: Locale | null;

  @Field(() => [StaffGrantInput], { description: 'Roles of the person, at least one.' })
  grants!: StaffGrantInput[];
}

@InputType({ description: 'Changes of a member of staff: absent keeps.' })
export class StaffReviseInput {
  @Field(() => String, { nullable: true, description: 'Name of the person.' })
  name?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language of the person.' })
  locale?: Locale | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person may sign in. False ends all sessions and revokes all tokens.',
  })
  isActive?: boolean | null;
}

@InputType({ description: 'What a person signs in with.' })
export class SessionCreateInput {
  @Field(() => String, { description: 'E-mail address of the person.' })
  email!: string;

  @Field(() => String, { description: 'Password of the person.' })
  password!: string;
}

@InputType({ description: 'Present and new password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'Password up to now.' })
  current!: string;

  @Field(() => String, { description: 'Password from now on; at least 12 characters.' })
  new!: string;
}

@InputType({ description: 'New personal access token.' })
export class TokenCreateInput {
  @Field(() => String, { description: 'Name by which the owner knows the token again.' })
  name!: string;

  @Field(() => TokenAccess, { description: 'What the token may be used for.' })
  access!: TokenAccess;

  @Field(() => Int, { defaultValue: 90, description: 'Life of the token in days, 1 to 366.' })
  days!: number;
}
