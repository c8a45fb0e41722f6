import React from 'react';
import type { MouPartProps } from './mou-facts';
import { Scroll } from './scroll';

/** Parties in the order of the text, each with its number and who signed. */
export function MouParties({ mou, texts }: MouPartProps) {
  const unknown = <i className="payung-unknown">{texts.unknown}</i>;
  return (
    <section className="payung-panel">
      <h2>{texts.parties}</h2>
      <Scroll>
        <table className="payung-table">
          <thead>
            <tr>
              <th scope="col">{texts.party}</th>
              <th scope="col">{texts.number}</th>
              <th scope="col">{texts.signatory}</th>
            </tr>
          </thead>
          <tbody>
            {mou.parties.map(({ id, displayName, number, office, signatory }) => (
              <tr key={id}>
                <th scope="row">
                  {office ? (
                    <a href={`/admin/resources/office/records/${office.id}/show`}>{displayName}</a>
                  ) : (
                    displayName
                  )}
                </th>
                <td>{number ?? unknown}</td>
                <td>
                  {signatory ? (
                    <a href={`/admin/resources/official/records/${signatory.id}/show`}>
                      {signatory.displayName}
                    </a>
                  ) : (
                    unknown
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** Regulations that the agreement stands on. */
export function MouLegalBases({ mou, texts }: MouPartProps) {
  return (
    <section className="payung-panel">
      <h2>{texts.legalBases}</h2>
      {mou.legalBases.length === 0 ? <p>{texts.noLegalBases}</p> : null}
      <ul>
        {mou.legalBases.map(({ id, displayTitle, subject }) => (
          <li key={id}>
            <a href={`/admin/resources/regulation/records/${id}/show`}>{displayTitle}</a>
            {subject ? <small> {subject}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
