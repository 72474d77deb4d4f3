package dev.longhaul.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links of a page to other files of the project, and to headings. */
final class Links {
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern LINK =
      Pattern.compile("]\\((?<file>[^)#\\s]*)(?:#(?<anchor>[^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern MARKUP = Pattern.compile("[`*]|\\[|]\\([^)]*\\)");

  private Links() {}

  /**
   * A link.
   *
   * @param target the file, as a path in the project
   * @param anchor the heading; empty for the whole file
   */
  record Link(String target, String anchor) {
    boolean leadsSomewhere() {
      return Files.exists(Page.project().resolve(target))
          && (anchor.isEmpty() || anchors(new Page(target)).contains(anchor));
    }
  }

  static Stream<Link> of(Page page) {
    return LINK.matcher(CODE.matcher(page.prose()).replaceAll(""))
        .results()
        .filter(found -> !found.group(1).contains("://"))
        .map(found -> link(page, found.group(1), found.group(2)));
  }

  private static Link link(Page page, String file, String anchor) {
    Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file).normalize();
    return new Link(
        Page.project().relativize(target).toString().replace('\\', '/'),
        anchor == null ? "" : anchor);
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Page page) {
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(page.prose());
    return heading
        .results()
        .map(found -> anchor(found.group(1)))
        .map(anchor -> numbered(anchor, seen.merge(anchor, 1, Integer::sum)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return MARKUP
        .matcher(heading)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String numbered(String anchor, int time) {
    return time == 1 ? anchor : anchor + "-" + (time - 1);
  }
}
