package dev.longhaul.runtime.internal.config;

import java.io.StringReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads the configuration file. Values are taken as they are written, whatever YAML would make of
 * them; no message quotes one that may be a secret. Not thread-safe.
 */
final class YamlSource {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String file;
  private final Iterator<Event> events;
  private final List<String> problems;
  private final Map<String, Found> values = new LinkedHashMap<>();

  private YamlSource(String file, String text, List<String> problems) {
    this.file = file;
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
    this.problems = problems;
  }

  /**
   * Reads a text.
   *
   * @param file its name, for places
   * @param problems takes what is wrong
   */
  static Layer read(String file, String text, List<String> problems) {
    YamlSource source = new YamlSource(file, text, problems);
    try {
      source.documents();
      return new Layer(source.values, UnaryOperator.identity());
    } catch (MarkedYAMLException e) {
      // Neither its message nor the exception: they quote what stands there.
      source.problem(
          e.getProblemMark(),
          "this is no YAML. Look here and just before for a tab, a missing space after a colon, a"
              + " quote that does not end, or a line that does not stand below its neighbours");
    } catch (YAMLException e) {
      problems.add(file + " is too large, or has characters that YAML does not allow");
    }
    return Layer.EMPTY; // what was read before may be cut off
  }

  private void documents() {
    boolean first = true;
    while (events.hasNext()) {
      Event event = events.next();
      if (!(event instanceof DocumentStartEvent)) {
        continue;
      }
      Event root = events.next();
      if (!first) {
        problem(root.getStartMark(), "a second document begins here; a file has one");
        return;
      }
      first = false;
      root(root);
    }
  }

  private void root(Event root) {
    if (root instanceof MappingStartEvent) {
      section("");
    } else if (!isNull(root)) {
      problem(
          root.getStartMark(),
          "the file must have sections: \"runtime:\", \"handlers:\", \"queues:\" or \"connection:\"");
      skip(root);
    }
  }

  private void section(String path) {
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      if (key instanceof ScalarEvent name) {
        entry(path.isEmpty() ? name.getValue() : path + "." + name.getValue(), key, events.next());
      } else {
        problem(key.getStartMark(), "a key is one word, such as drain-time");
        skip(key);
        skip(events.next());
      }
    }
  }

  private void entry(String path, Event key, Event value) {
    Optional<Setting<?>> setting = Catalogue.setting(path);
    if (value instanceof AliasEvent) {
      problem(value.getStartMark(), path + ": YAML's aliases are not read; write the value itself");
    } else if (setting.isPresent()) {
      setting(path, setting.get(), value);
    } else if (!Catalogue.isSection(path)) {
      problem(key.getStartMark(), Catalogue.unknown(path));
      skip(value);
    } else if (value instanceof MappingStartEvent) {
      section(path);
    } else if (!isNull(value)) {
      problem(value.getStartMark(), Catalogue.isNoSetting(path));
      skip(value);
    }
  }

  private void setting(String path, Setting<?> setting, Event value) {
    if (!(value instanceof ScalarEvent scalar)) {
      problem(
          value.getStartMark(),
          path
              + " takes one value, and here is a "
              + (value instanceof MappingStartEvent ? "section" : "list")
              + "; write a "
              + setting.kind().name());
      skip(value);
    } else if (isNull(scalar)) {
      problem(value.getStartMark(), path + " has no value; write one, or leave the key out");
    } else {
      String place = at(value.getStartMark());
      Found found = new Found(scalar.getValue(), place, place + ": " + path);
      Found before = values.put(Catalogue.normal(path), found);
      if (before != null) {
        problem(
            value.getStartMark(),
            path + " is set twice, before at " + before.place() + "; keep one of them");
      }
    }
  }

  private static boolean isNull(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && NULLS.contains(scalar.getValue());
  }

  private void skip(Event event) {
    int depth = event instanceof CollectionStartEvent ? 1 : 0;
    while (depth > 0) {
      Event inner = events.next();
      depth += inner instanceof CollectionStartEvent ? 1 : 0;
      depth -= inner instanceof CollectionEndEvent ? 1 : 0;
    }
  }

  private void problem(Mark mark, String what) {
    problems.add(at(mark) + ": " + what);
  }

  private String at(Mark mark) {
    return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
