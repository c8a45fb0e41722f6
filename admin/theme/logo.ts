/** Payung's umbrella: the logo of menu, sign-in page and browser tab. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" role="img" aria-label="Payung">
<path d="M24 5v4" stroke="#0b5d56" stroke-width="3" stroke-linecap="round"/>
<path d="M4 25C5 15 13 8 24 8s19 7 20 17c-2.200-2.400-4.600-3.400-6.800-3.400S32.800 22.600 31 25c-2-2.400-4.500-3.400-7-3.400S19 22.600 17 25c-1.800-2.400-4-3.400-6.200-3.400S6.200 22.600 4 25Z" fill="#0b7a70"/>
<path d="M24 22v16a4 4 0 0 1-8 0" fill="none" stroke="#0b5d56" stroke-width="3" stroke-linecap="round"/>
</svg>
`;
