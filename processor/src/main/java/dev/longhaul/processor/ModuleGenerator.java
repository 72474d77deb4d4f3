package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.check.Show;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.model.HandlerModel;
import dev.longhaul.processor.write.Generator;
import dev.longhaul.processor.write.ModuleWriter;
import dev.longhaul.processor.write.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;

/** Generates modules, or reports why that cannot be. Not thread-safe. */
final class ModuleGenerator {
  private final Generator generator;
  private final Map<ClassName, String> handlers = new HashMap<>();

  ModuleGenerator(ProcessingEnvironment environment) {
    this.generator = new Generator(AsyncActivityHandlerProcessor.class.getName(), environment);
  }

  void generate(HandlerModel handler, Report report) {
    ClassName module = Names.module(handler.type());
    Place place = Place.of(handler.origin());
    String name = Show.type(handler.origin());
    String first = handlers.putIfAbsent(module, name);
    if (first != null) {
      report.add(
          BuildRule.NAME_TAKEN, place, module, name, "It is the module of the handler " + first);
      return;
    }
    try {
      ModuleWriter.write(handler, generator);
    } catch (FilerException e) {
      report.add(
          BuildRule.NAME_TAKEN, place, module, name, "The compiler has a class of that name");
    } catch (IOException e) {
      report.add(BuildRule.NOT_WRITTEN, place, module, e.toString());
    }
  }
}
