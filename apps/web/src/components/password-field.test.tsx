import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { NewPasswordField, PasswordField } from "./password-field.tsx";

test("a password is hidden, and managers of passwords know it and may fill it in", () => {
  const html = renderToString(<PasswordField label="Password" name="password" />);
  expect(html).toContain('type="password"');
  expect(html).toMatch(/autocomplete="current-password"/i);
  expect(renderToString(<NewPasswordField label="New password" name="newPassword" />)).toMatch(/autocomplete="new-password"/i);
  expect(html).not.toMatch(/maxlength|onpaste|readonly|autocomplete="off"/i);
});
