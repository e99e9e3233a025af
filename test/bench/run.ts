import { benchAllocation } from "./allocation";

benchAllocation();
