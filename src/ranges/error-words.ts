/** What an error of Excel's says: an answer that isn't there, a function that isn't known, work under way, or a fault of another kind. */
export type ErrorKind = "not available" | "unknown name" | "under way" | "fault";

/**
 * The words of Excel's errors in its languages, as far as it matters which error it is. An Excel in German hands over
 * `#NV`, one in French `#NOM?`. Source: the error codes of Microsoft's Functions Translator add-in for 92 languages, as
 * gathered in `locale_*.php` of idovdw/PhpSpreadsheet, commit 68f41652 (April 2023); `test/ranges/error-words.json` has all.
 */
const NOT_AVAILABLE =
  "N/A E/E HAITUMAKI HIÁNYZIK I/T N/B N/D NEDOSTUPNÝ NENÍ_K_DISPOZICI NV PUUTTUU SAKNAS YOK ÝOK Δ/Υ Б/Б Н/Д ԿԻՌ/ՉԷ";
const UNKNOWN_NAME =
  "NAME AD AT EMRI ENW IZENA JINA NAAM NAMA NAMN NAVN NAZWA NIMI NOM NOMBRE NOME NUME NÁZEV NÁZOV NÉV ¿NOMBRE ΟΝΟΜΑ ІМЯ ІМ’Я АТЫ ИМЯ ԱՆՈՒՆ نامى";
const UNDER_WAY =
  "BUSY GETTING_DATA CHARGEMENT_DONNEES DATEN_ABRUFEN DATUAK_LORTZEN ESTRAZIONE_DATI_IN_CORSO GEGEVENS.OPHALEN HAETAAN_TIETOJA HENTAR_DATA HENTER_DATA HÄMTAR_DATA INAPATA_DATA MAGLUMAT_ALYNÝAR MENDAPATKAN_DATA NAČÍTÁNÍ_DAT NÔL_DATA OBTENDO_DADOS OBTENDO_DATOS OBTENIENDO_DATOS OBTER_DADOS OBTENTION_DONNEES POBIERANIE_DANYCH PRELUARE_DATE SIGURIMI_I_TË_DHËNAVE VERİLƏNLƏR_ƏLDƏ_EDİLİR VERİ_ALINIYOR VÁRAKOZÁS_ADATRA ZÍSKANIE_ÚDAJOV ΛΗΨΗ_ΔΕΔΟΜΕΝΩΝ АТРЫМАННЕ_ДАДЗЕНЫХ БЕРИЛМЕ_АЛУУ ОЖИДАНИЕ_ДАННЫХ ОТРИМАННЯ_ДАНИХ ՏՎՅԱԼՆԵՐԻ_ՍՏԱՑՈՒՄ";

/** All other errors are told by their shape: no fund, class or heading looks like `#ZAHL!`. */
const FAULT = /^#¡?\p{L}[\p{L}\p{M}\p{N}/._ ’‘؟¡\u200C\u200D]*!$/u;

const notAvailable = new Set(NOT_AVAILABLE.split(" "));
const unknownName = new Set(UNKNOWN_NAME.split(" "));
const underWay = new Set(UNDER_WAY.split(" "));

/** Tells which error of Excel's a text is, in any of Excel's languages and in any case; undefined if it is none. */
export function errorKind(text: string): ErrorKind | undefined {
  if (!text.startsWith("#")) return undefined;
  const word = text.slice(1).toUpperCase();
  if (word.endsWith("?")) return unknownName.has(word.replace(/؟?\?$/, "")) ? "unknown name" : undefined;
  const bare = word.replace(/!$/, "");
  if (notAvailable.has(bare)) return "not available";
  if (underWay.has(bare)) return "under way";
  return FAULT.test(text) ? "fault" : undefined;
}
