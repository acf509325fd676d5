/** What is typed at sign-up stays in the tab: the page after it says where the mail went, and a way back loses nothing. */
export const signUpDraft = "sign-up";

export const emptySignUp = { name: "", email: "", newsletter: "no" };
