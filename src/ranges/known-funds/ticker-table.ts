import type { AssetClass } from "./asset-classes";

/** When the tickers and names were last compared: with FinanceDatabase (github.com/JerBouma/FinanceDatabase) of this day. */
export const TICKERS_AS_OF = "2026-08-16";

/**
 * Funds and ETFs that plans and brokers hold most, a fund a line: the tickers of its share classes, and its name. A fund
 * that mixes classes stands among the mixes, one that nobody could check nowhere.
 */
export const FUNDS: Readonly<Record<AssetClass, string>> = {
  "US stocks": `
    VTI VTSAX VTSMX VITSX VSMPX: Vanguard Total Stock Market Index
    VOO: Vanguard S&P 500 ETF
    VV VLCAX: Vanguard Large-Cap Index
    VO VIMAX VMCIX VMCPX VIMSX: Vanguard Mid-Cap Index
    VB VSMAX VSCIX VSCPX: Vanguard Small-Cap Index
    VUG VIGAX VIGIX: Vanguard Growth Index
    VTV VVIAX VIVIX: Vanguard Value Index
    VBK VSGAX: Vanguard Small-Cap Growth Index
    VBR VSIAX: Vanguard Small-Cap Value Index
    VOT VMGMX: Vanguard Mid-Cap Growth Index
    VOE VMVAX: Vanguard Mid-Cap Value Index
    VXF VEXAX VEXMX VIEIX VEMPX: Vanguard Extended Market Index
    VIG VDADX: Vanguard Dividend Appreciation Index
    VYM VHYAX: Vanguard High Dividend Yield Index
    MGC: Vanguard Mega Cap Index
    MGK: Vanguard Mega Cap Growth Index
    MGV: Vanguard Mega Cap Value Index
    VOOG: Vanguard S&P 500 Growth Index
    VOOV: Vanguard S&P 500 Value Index
    VONE: Vanguard Russell 1000 Index
    VONG: Vanguard Russell 1000 Growth Index
    VONV: Vanguard Russell 1000 Value Index
    VTHR: Vanguard Russell 3000 Index
    VTWO: Vanguard Russell 2000 Index
    ESGV: Vanguard ESG U.S. Stock ETF
    VFIAX VFINX: Vanguard 500 Index
    VINIX VIIIX: Vanguard Institutional Index
    VFFSX: Vanguard Institutional 500 Index Trust
    VFTAX: Vanguard FTSE Social Index
    VDIGX: Vanguard Dividend Growth
    VEIPX VEIRX: Vanguard Equity-Income
    VPMAX VPMCX: Vanguard PRIMECAP
    VPCCX: Vanguard PRIMECAP Core
    VWNFX VWNAX: Vanguard Windsor II
    VWUSX VWUAX: Vanguard U.S. Growth
    VTCLX: Vanguard Tax-Managed Capital Appreciation
    VTMSX: Vanguard Tax-Managed Small Cap
    FXAIX: Fidelity 500 Index
    FSKAX: Fidelity Total Market Index
    FZROX: Fidelity ZERO Total Market Index
    FNILX: Fidelity ZERO Large Cap Index
    FSMAX: Fidelity Extended Market Index
    FSMDX: Fidelity Mid Cap Index
    FSSNX: Fidelity Small Cap Index
    FNCMX: Fidelity NASDAQ Composite Index
    FSPGX: Fidelity Large Cap Growth Index
    FLCOX: Fidelity Large Cap Value Index
    FLCNX: Fidelity Contrafund K6
    FCNTX FCNKX: Fidelity Contrafund
    FBGRX FBGKX: Fidelity Blue Chip Growth
    FDGRX: Fidelity Growth Company
    FDGKX: Fidelity Dividend Growth
    FLPSX FLPKX: Fidelity Low-Priced Stock
    FOCPX: Fidelity OTC Portfolio
    FMAGX: Fidelity Magellan
    FITLX: Fidelity US Sustainability Index
    FECGX: Fidelity Small Cap Growth Index
    FISVX: Fidelity Small Cap Value Index
    FMDGX: Fidelity Mid Cap Growth Index
    FIMVX: Fidelity Mid Cap Value Index
    SWPPX: Schwab S&P 500 Index
    SWTSX: Schwab Total Stock Market Index
    SWSSX: Schwab Small Cap Index
    SNXFX: Schwab 1000 Index
    SWLGX: Schwab U.S. Large-Cap Growth Index
    SWLVX: Schwab U.S. Large-Cap Value Index
    SWMCX: Schwab U.S. Mid-Cap Index
    SCHB: Schwab U.S. Broad Market ETF
    SCHX: Schwab U.S. Large-Cap ETF
    SCHA: Schwab U.S. Small-Cap ETF
    SCHM: Schwab U.S. Mid-Cap ETF
    SCHG: Schwab U.S. Large-Cap Growth ETF
    SCHV: Schwab U.S. Large-Cap Value ETF
    SCHD: Schwab U.S. Dividend Equity ETF
    SCHK: Schwab 1000 ETF
    FNDX: Schwab Fundamental U.S. Large Company Index ETF
    FNDA: Schwab Fundamental U.S. Small Company Index ETF
    SWANX: Schwab Core Equity
    SFLNX: Schwab Fundamental US Large Company Index
    SFSNX: Schwab Fundamental US Small Company Index
    IVV: iShares Core S&P 500 ETF
    ITOT: iShares Core S&P Total U.S. Stock Market ETF
    IJH: iShares Core S&P Mid-Cap ETF
    IJR: iShares Core S&P Small-Cap ETF
    IWM: iShares Russell 2000 ETF
    IWB: iShares Russell 1000 ETF
    IWF: iShares Russell 1000 Growth ETF
    IWD: iShares Russell 1000 Value ETF
    IWV: iShares Russell 3000 ETF
    IWR: iShares Russell Mid-Cap ETF
    IVW: iShares S&P 500 Growth ETF
    IVE: iShares S&P 500 Value ETF
    IUSG: iShares Core S&P U.S. Growth ETF
    IUSV: iShares Core S&P U.S. Value ETF
    DGRO: iShares Core Dividend Growth ETF
    USMV: iShares MSCI USA Min Vol Factor ETF
    QUAL: iShares MSCI USA Quality Factor ETF
    MTUM: iShares MSCI USA Momentum Factor ETF
    OEF: iShares S&P 100 ETF
    DVY: iShares Select Dividend ETF
    HDV: iShares Core High Dividend ETF
    ESGU: iShares ESG Aware MSCI USA ETF
    SPY: SPDR S&P 500 ETF Trust
    SPLG SPYM: SPDR Portfolio S&P 500 ETF
    SPTM: SPDR Portfolio S&P 1500 Composite Stock Market ETF
    SPMD: SPDR Portfolio S&P 400 Mid Cap ETF
    SPSM: SPDR Portfolio S&P 600 Small Cap ETF
    SPYG: SPDR Portfolio S&P 500 Growth ETF
    SPYV: SPDR Portfolio S&P 500 Value ETF
    SPYD: SPDR Portfolio S&P 500 High Dividend ETF
    MDY: SPDR S&P MidCap 400 ETF Trust
    DIA: SPDR Dow Jones Industrial Average ETF Trust
    SDY: SPDR S&P Dividend ETF
    QQQ: Invesco QQQ Trust
    QQQM: Invesco NASDAQ 100 ETF
    RSP: Invesco S&P 500 Equal Weight ETF
    SPLV: Invesco S&P 500 Low Volatility ETF
    SPHQ: Invesco S&P 500 Quality ETF
    AGTHX RGAGX: American Funds The Growth Fund of America
    AMCPX: American Funds AMCAP
    AIVSX RICGX: American Funds Investment Company of America
    AWSHX RWMGX: American Funds Washington Mutual Investors
    DODGX: Dodge & Cox Stock
    TRBCX: T. Rowe Price Blue Chip Growth
    PRGFX: T. Rowe Price Growth Stock
    PRDGX: T. Rowe Price Dividend Growth
    PREIX: T. Rowe Price Equity Index 500
    POMIX: T. Rowe Price Total Equity Market Index
    RPMGX: T. Rowe Price Mid-Cap Growth
    PRNHX: T. Rowe Price New Horizons
    TRVLX: T. Rowe Price Value
    AMRMX: American Funds American Mutual
    ANCFX RFNGX: American Funds Fundamental Investors
    DFEOX: DFA U.S. Core Equity 1
    DFQTX: DFA U.S. Core Equity II
    DFSTX: DFA U.S. Small Cap
    DFSVX: DFA U.S. Small Cap Value
    DFLVX: DFA U.S. Large Cap Value
    AVUV: Avantis U.S. Small Cap Value ETF
    AVUS: Avantis U.S. Equity ETF
  `,
  "International stocks": `
    VXUS VTIAX VGTSX VTSNX VTPSX: Vanguard Total International Stock Index
    VEA: Vanguard FTSE Developed Markets Index
    VWO: Vanguard FTSE Emerging Markets Index
    VEU VFWAX VFWSX: Vanguard FTSE All-World ex-US Index
    VGK VEUSX: Vanguard FTSE Europe Index
    VPL VPADX: Vanguard FTSE Pacific Index
    VSS VFSAX: Vanguard FTSE All-World ex-US Small-Cap Index
    VYMI VIHAX: Vanguard International High Dividend Yield Index
    VIGI VIAAX: Vanguard International Dividend Appreciation Index
    VSGX: Vanguard ESG International Stock ETF
    VTMGX VDVIX VTMNX: Vanguard Developed Markets Index
    VEMAX VEIEX VEMIX: Vanguard Emerging Markets Stock Index
    VWILX VWIGX: Vanguard International Growth
    VTRIX: Vanguard International Value
    VINEX: Vanguard International Explorer
    FTIHX: Fidelity Total International Index
    FZILX: Fidelity ZERO International Index
    FSPSX: Fidelity International Index
    FSGGX: Fidelity Global ex U.S. Index
    FPADX: Fidelity Emerging Markets Index
    FDIVX FDIKX: Fidelity Diversified International
    FIGRX: Fidelity International Discovery
    FIGFX: Fidelity International Growth
    SWISX: Schwab International Index
    SCHF: Schwab International Equity ETF
    SCHE: Schwab Emerging Markets Equity ETF
    SCHC: Schwab International Small-Cap Equity ETF
    SCHY: Schwab International Dividend Equity ETF
    FNDF: Schwab Fundamental International Large Company Index ETF
    FNDE: Schwab Fundamental Emerging Markets Large Company Index ETF
    SFNNX: Schwab Fundamental International Large Company Index
    SFENX: Schwab Fundamental Emerging Markets Large Company Index
    IXUS: iShares Core MSCI Total International Stock ETF
    IEFA: iShares Core MSCI EAFE ETF
    IEMG: iShares Core MSCI Emerging Markets ETF
    EFA: iShares MSCI EAFE ETF
    EEM: iShares MSCI Emerging Markets ETF
    ACWX: iShares MSCI ACWI ex U.S. ETF
    SCZ: iShares MSCI EAFE Small-Cap ETF
    EFV: iShares MSCI EAFE Value ETF
    EFG: iShares MSCI EAFE Growth ETF
    IDEV: iShares Core MSCI International Developed Markets ETF
    IDV: iShares International Select Dividend ETF
    SPDW: SPDR Portfolio Developed World ex-US ETF
    SPEM: SPDR Portfolio Emerging Markets ETF
    CWI: SPDR MSCI ACWI ex-US ETF
    GWX: SPDR S&P International Small Cap ETF
    AEPGX AEPFX RERGX RERFX: American Funds EuroPacific Growth
    DODFX: Dodge & Cox International Stock
    PRITX: T. Rowe Price International Stock
    PRIDX: T. Rowe Price International Discovery
    TROSX: T. Rowe Price Overseas Stock
    NEWFX RNWGX: American Funds New World
    DFIEX: DFA International Core Equity
    DFCEX: DFA Emerging Markets Core Equity
    DFEVX: DFA Emerging Markets Value
    DISVX: DFA International Small Cap Value
    AVDV: Avantis International Small Cap Value ETF
    AVEM: Avantis Emerging Markets Equity ETF
  `,
  Bonds: `
    BND VBTLX VBMFX VBTIX VBMPX: Vanguard Total Bond Market Index
    BNDX VTABX VTIFX VTIBX: Vanguard Total International Bond Index
    BSV VBIRX VBISX: Vanguard Short-Term Bond Index
    BIV VBILX VBIIX VBIMX: Vanguard Intermediate-Term Bond Index
    BLV VBLAX VBLLX: Vanguard Long-Term Bond Index
    BNDW: Vanguard Total World Bond ETF
    VCIT VICSX: Vanguard Intermediate-Term Corporate Bond Index
    VCSH VSCSX: Vanguard Short-Term Corporate Bond Index
    VCLT VLTCX: Vanguard Long-Term Corporate Bond Index
    VGSH: Vanguard Short-Term Treasury Index
    VGIT VSIGX: Vanguard Intermediate-Term Treasury Index
    VGLT: Vanguard Long-Term Treasury Index
    EDV: Vanguard Extended Duration Treasury Index
    VTIP VTAPX VTSPX VTIPX: Vanguard Short-Term Inflation-Protected Securities Index
    VTEB: Vanguard Tax-Exempt Bond Index
    VMBS: Vanguard Mortgage-Backed Securities Index
    VWOB: Vanguard Emerging Markets Government Bond Index
    VUSB: Vanguard Ultra-Short Bond ETF
    VTC: Vanguard Total Corporate Bond ETF
    VTBIX VTBNX: Vanguard Total Bond Market II Index
    VAIPX VIPSX VIPIX: Vanguard Inflation-Protected Securities
    VFISX VFIRX: Vanguard Short-Term Treasury
    VFITX VFIUX: Vanguard Intermediate-Term Treasury
    VUSTX VUSUX: Vanguard Long-Term Treasury
    VFSTX VFSUX VFSIX: Vanguard Short-Term Investment-Grade
    VFICX VFIDX: Vanguard Intermediate-Term Investment-Grade
    VWESX VWETX: Vanguard Long-Term Investment-Grade
    VFIIX VFIJX: Vanguard GNMA
    VWEHX VWEAX: Vanguard High-Yield Corporate
    VWITX VWIUX: Vanguard Intermediate-Term Tax-Exempt
    VWLTX VWLUX: Vanguard Long-Term Tax-Exempt
    VMLTX VMLUX: Vanguard Limited-Term Tax-Exempt
    VWSTX VWSUX: Vanguard Short-Term Tax-Exempt
    VWAHX VWALX: Vanguard High-Yield Tax-Exempt
    VUBFX VUSFX: Vanguard Ultra-Short-Term Bond
    VSGBX VSGDX: Vanguard Short-Term Federal
    VCAIX VCADX: Vanguard California Intermediate-Term Tax-Exempt
    VCOBX VCORX: Vanguard Core Bond
    VNYTX VNYUX: Vanguard New York Long-Term Tax-Exempt
    FXNAX: Fidelity U.S. Bond Index
    FTBFX: Fidelity Total Bond
    FIPDX: Fidelity Inflation-Protected Bond Index
    FUAMX: Fidelity Intermediate Treasury Bond Index
    FUMBX: Fidelity Short-Term Treasury Bond Index
    FNBGX: Fidelity Long-Term Treasury Bond Index
    FBNDX: Fidelity Investment Grade Bond
    FTHRX: Fidelity Intermediate Bond
    FSHBX: Fidelity Short-Term Bond
    FCONX: Fidelity Conservative Income Bond
    SPHIX: Fidelity High Income
    FLTMX: Fidelity Intermediate Municipal Income
    FTABX: Fidelity Tax-Free Bond
    FHIGX: Fidelity Municipal Income
    FBIIX: Fidelity International Bond Index
    FNSOX: Fidelity Short-Term Bond Index
    FGMNX: Fidelity GNMA
    FFRHX: Fidelity Floating Rate High Income
    FBND: Fidelity Total Bond ETF
    FLDR: Fidelity Low Duration Bond Factor ETF
    FIGB: Fidelity Investment Grade Bond ETF
    SWAGX: Schwab U.S. Aggregate Bond Index
    SWSBX: Schwab Short-Term Bond Index
    SWRSX: Schwab Treasury Inflation Protected Securities Index
    SCHZ: Schwab U.S. Aggregate Bond ETF
    SCHO: Schwab Short-Term U.S. Treasury ETF
    SCHR: Schwab Intermediate-Term U.S. Treasury ETF
    SCHQ: Schwab Long-Term U.S. Treasury ETF
    SCHP: Schwab U.S. TIPS ETF
    SCHI: Schwab 5-10 Year Corporate Bond ETF
    SCHJ: Schwab 1-5 Year Corporate Bond ETF
    SCMB: Schwab Municipal Bond ETF
    SWNTX: Schwab Tax-Free Bond
    AGG: iShares Core U.S. Aggregate Bond ETF
    IUSB: iShares Core Total USD Bond Market ETF
    TLT: iShares 20+ Year Treasury Bond ETF
    IEF: iShares 7-10 Year Treasury Bond ETF
    SHY: iShares 1-3 Year Treasury Bond ETF
    GOVT: iShares U.S. Treasury Bond ETF
    TIP: iShares TIPS Bond ETF
    STIP: iShares 0-5 Year TIPS Bond ETF
    LQD: iShares iBoxx $ Investment Grade Corporate Bond ETF
    IGSB: iShares 1-5 Year Investment Grade Corporate Bond ETF
    IGIB: iShares 5-10 Year Investment Grade Corporate Bond ETF
    IGLB: iShares 10+ Year Investment Grade Corporate Bond ETF
    HYG: iShares iBoxx $ High Yield Corporate Bond ETF
    USHY: iShares Broad USD High Yield Corporate Bond ETF
    SHYG: iShares 0-5 Year High Yield Corporate Bond ETF
    MUB: iShares National Muni Bond ETF
    SUB: iShares Short-Term National Muni Bond ETF
    MBB: iShares MBS ETF
    EMB: iShares J.P. Morgan USD Emerging Markets Bond ETF
    IAGG: iShares Core International Aggregate Bond ETF
    IEI: iShares 3-7 Year Treasury Bond ETF
    TLH: iShares 10-20 Year Treasury Bond ETF
    IGOV: iShares International Treasury Bond ETF
    ISTB: iShares Core 1-5 Year USD Bond ETF
    ILTB: iShares Core 10+ Year USD Bond ETF
    FLOT: iShares Floating Rate Bond ETF
    SLQD: iShares 0-5 Year Investment Grade Corporate Bond ETF
    SPAB: SPDR Portfolio Aggregate Bond ETF
    SPTS: SPDR Portfolio Short Term Treasury ETF
    SPTI: SPDR Portfolio Intermediate Term Treasury ETF
    SPTL: SPDR Portfolio Long Term Treasury ETF
    SPSB: SPDR Portfolio Short Term Corporate Bond ETF
    SPIB: SPDR Portfolio Intermediate Term Corporate Bond ETF
    SPLB: SPDR Portfolio Long Term Corporate Bond ETF
    JNK: SPDR Bloomberg High Yield Bond ETF
    SPIP: SPDR Portfolio TIPS ETF
    BWX: SPDR Bloomberg International Treasury Bond ETF
    TFI: SPDR Nuveen Municipal Bond ETF
    BKLN: Invesco Senior Loan ETF
    PCY: Invesco Emerging Markets Sovereign Debt ETF
    PTTRX PTTAX: PIMCO Total Return
    PIMIX PONAX: PIMCO Income
    DODIX: Dodge & Cox Income
    ABNDX RBFGX: American Funds The Bond Fund of America
    MWTIX MWTRX: Metropolitan West Total Return Bond
    DBLTX: DoubleLine Total Return Bond
    PRCIX: T. Rowe Price New Income
    PRWBX: T. Rowe Price Short-Term Bond
    RPIBX: T. Rowe Price International Bond
    BCOIX: Baird Core Plus Bond
    BAGIX: Baird Aggregate Bond
    PRHYX: T. Rowe Price High Yield
    DFIGX: DFA Intermediate Government Fixed Income
    DFGBX: DFA Five-Year Global Fixed Income
    DFIHX: DFA One-Year Fixed Income
  `,
  Cash: `
    VMFXX: Vanguard Federal Money Market
    VUSXX: Vanguard Treasury Money Market
    VMRXX: Vanguard Cash Reserves Federal Money Market
    VMSXX: Vanguard Municipal Money Market
    SPAXX FZCXX: Fidelity Government Money Market
    FDRXX: Fidelity Government Cash Reserves
    FZFXX: Fidelity Treasury Money Market
    FZDXX SPRXX: Fidelity Money Market
    FDLXX: Fidelity Treasury Only Money Market
    FTEXX: Fidelity Municipal Money Market
    SWVXX SNAXX: Schwab Value Advantage Money Fund
    SNVXX SWGXX: Schwab Government Money Fund
    SNOXX: Schwab Treasury Obligations Money Fund
    SNSXX: Schwab U.S. Treasury Money Fund
    SWTXX: Schwab Municipal Money Fund
    BIL: SPDR Bloomberg 1-3 Month T-Bill ETF
    SGOV: iShares 0-3 Month Treasury Bond ETF
    SHV: iShares Short Treasury Bond ETF
    BILS: SPDR Bloomberg 3-12 Month T-Bill ETF
    FCASH QACDS: cash held in a brokerage account
  `,
  "Real estate and other": `
    VNQ VGSLX VGSIX VGSNX: Vanguard Real Estate Index
    VNQI VGRLX: Vanguard Global ex-U.S. Real Estate Index
    FSRNX: Fidelity Real Estate Index
    FRESX: Fidelity Real Estate Investment Portfolio
    FREL: Fidelity MSCI Real Estate Index ETF
    FIREX: Fidelity International Real Estate
    SCHH: Schwab U.S. REIT ETF
    USRT: iShares Core U.S. REIT ETF
    IYR: iShares U.S. Real Estate ETF
    ICF: iShares Cohen & Steers REIT ETF
    RWR: SPDR Dow Jones REIT ETF
    XLRE: Real Estate Select Sector SPDR
    RWX: SPDR Dow Jones International Real Estate ETF
    IFGL: iShares International Developed Real Estate ETF
    REET: iShares Global REIT ETF
    RWO: SPDR Dow Jones Global Real Estate ETF
    TRREX: T. Rowe Price Real Estate
    DFREX: DFA Real Estate Securities
    VCMDX: Vanguard Commodity Strategy
    GLD: SPDR Gold Shares
    GLDM: SPDR Gold MiniShares
    IAU: iShares Gold Trust
    SLV: iShares Silver Trust
    DJP: iPath Bloomberg Commodity Index Total Return ETN
    PDBC: Invesco Optimum Yield Diversified Commodity Strategy No K-1 ETF
    GSG: iShares S&P GSCI Commodity-Indexed Trust
    DBC: Invesco DB Commodity Index Tracking
    COMT: iShares GSCI Commodity Dynamic Roll Strategy ETF
    PCRIX: PIMCO CommodityRealReturn Strategy
    IBIT: iShares Bitcoin Trust
    FBTC: Fidelity Wise Origin Bitcoin
  `,
};
