import { benchAllocation } from "./allocation";
import { benchShares } from "./shares";

benchAllocation();
void benchShares();
