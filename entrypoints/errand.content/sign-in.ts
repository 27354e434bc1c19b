const path = /(?:^|[/_.-])(?:log-?in|sign-?in|sign-?up|auth|authenticate|checkpoint|register)(?:[/_.-]|$)/i;

/** Does this page ask the person to sign in? In its address, or with a password field that can be seen. */
export function isSignIn(): boolean {
  if (path.test(location.pathname)) return true;
  return [...document.querySelectorAll('input[type="password"]')].some((field) => field.checkVisibility({ visibilityProperty: true }));
}
