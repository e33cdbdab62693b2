package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.PackageProblem;
import io.github.sandboxcache.domain.install.PackageRules;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.service.Overview;
import io.github.sandboxcache.text.PackageProblemText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an agent asks about the cache without changing anything. */
record AgentQuestions(Session session, Clock clock) {
  int overview() {
    return session.withCache(
        cache -> {
          Overview seen = session.reading().overview(cache, TimeRange.ALL);
          StatsDocument stats = StatsCommand.document(cache, seen, TimeRange.ALL);
          session.output().document(OverviewDocument.of(cache.engine(), stats));
          return ExitCode.DONE;
        });
  }

  int lookup(String languageName, List<String> packages) {
    Optional<Language> language = LanguageNames.find(languageName, session.output());
    if (language.isEmpty() || !mayBeInstalled(language.get(), packages)) {
      return ExitCode.WRONG_USAGE;
    }
    InstallRequest request = InstallRequest.of(language.get(), packages);
    return answer(seen -> new CachedSets(seen).lookup(request));
  }

  int contains(Optional<String> languageName, String packageName) {
    Optional<Language> language =
        languageName.flatMap(name -> LanguageNames.find(name, session.output()));
    if (language.isEmpty() && languageName.isPresent()) {
      return ExitCode.WRONG_USAGE;
    }
    return answer(seen -> new CachedSets(seen).contains(language, packageName));
  }

  int images() {
    return answer(
        seen -> {
          ListChoice all =
              new ListChoice(
                  Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
          return ImageDocument.of(all.of(seen), seen);
        });
  }

  int inside(String name, Cancellation cancellation) {
    InspectCommand.ImageInside asked = new InspectCommand.ImageInside(name, false, clock);
    return session.withCache(cache -> InspectCommand.inspect(cache, session, asked, cancellation));
  }

  private int answer(Function<Overview, Object> document) {
    return session.withCache(
        cache -> {
          session
              .output()
              .document(document.apply(session.reading().overview(cache, TimeRange.ALL)));
          return ExitCode.DONE;
        });
  }

  private boolean mayBeInstalled(Language language, List<String> packages) {
    List<PackageProblem> problems = PackageRules.checkAll(language, packages);
    problems.forEach(problem -> session.output().problem(PackageProblemText.of(language, problem)));
    return problems.isEmpty();
  }
}
