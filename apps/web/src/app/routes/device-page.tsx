import { PageIntro } from "../../components/page-intro.tsx";
import { DeviceApproval } from "../../features/accounts/device/device-approval.tsx";
import { getRouteApi } from "@tanstack/react-router";

const deviceRoute = getRouteApi("/device");

export function DevicePage() {
  const { code = "" } = deviceRoute.useSearch();
  return (
    <div className="space-y-8">
      <PageIntro title="Sign in a command line">A terminal somewhere shows eight letters and waits for you.</PageIntro>
      <DeviceApproval code={code} />
    </div>
  );
}
