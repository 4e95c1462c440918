import java.io.File;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Holds each of many PDFs against PDF/UA-1 and PDF/A-2a, in one process.
 *
 * <p>One line for each file and standard: the standard, "pass" or "fail", the number of checks made,
 * the file, and the first finding of each rule that failed, with tabs between them.
 */
public final class Vera {
  private static final Map<String, String> STANDARDS = Map.of("ua1", "PDFUA-1", "2a", "PDFA-2A");

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String standard : new String[] {"ua1", "2a"}) {
      ValidationProfile profile = profile(STANDARDS.get(standard));
      for (String file : files) {
        System.out.println(standard + "\t" + validate(file, standard, profile));
      }
    }
  }

  private static ValidationProfile profile(String name) throws Exception {
    String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream xml = Foundries.class.getResourceAsStream(path)) {
      return Profiles.profileFromXml(xml);
    }
  }

  private static String validate(String file, String standard, ValidationProfile profile)
      throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "pass" : "fail";
      return verdict + "\t" + result.getTotalAssertions() + "\t" + file + findings(result);
    }
  }

  private static String findings(ValidationResult result) {
    Map<String, String> first = new LinkedHashMap<>();
    for (TestAssertion found : result.getTestAssertions()) {
      if (found.getStatus() == TestAssertion.Status.FAILED) {
        String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
        String where = found.getLocation().getContext();
        first.putIfAbsent(rule, "\t" + rule + ": " + found.getMessage() + " @ " + where);
      }
    }
    return String.join("", first.values());
  }
}
