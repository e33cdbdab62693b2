package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.PackageProblem;
import io.github.sandboxcache.domain.install.PackageRules;
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
          Overview seen = session.overview(cache, TimeRange.ALL);
          StatsDocument stats = StatsCommand.document(cache, seen, TimeRange.ALL);
          session.output().document(OverviewDocument.of(cache.engine(), stats));
          return ExitCode.DONE;
        });
  }

  int lookup(String languageName, List<String> packages) {
    Optional<Language> language = language(languageName);
    if (language.isEmpty() || !mayBeInstalled(language.get(), packages)) {
      return ExitCode.WRONG_USAGE;
    }
    InstallRequest request = InstallRequest.of(language.get(), packages);
    return answer(seen -> new CachedSets(seen).lookup(request));
  }

  int contains(Optional<String> languageName, String packageName) {
    Optional<Language> language = languageName.flatMap(this::language);
    if (language.isEmpty() && languageName.isPresent()) {
      return ExitCode.WRONG_USAGE;
    }
    return answer(seen -> new CachedSets(seen).contains(language, packageName));
  }

  private int answer(Function<Overview, Object> document) {
    return session.withCache(
        cache -> {
          session.output().document(document.apply(session.overview(cache, TimeRange.ALL)));
          return ExitCode.DONE;
        });
  }

  private Optional<Language> language(String name) {
    Optional<Language> language = Language.parse(name).filter(Language::isKnown);
    if (language.isEmpty()) {
      session.output().problem(LanguageNames.problem(name));
    }
    return language;
  }

  private boolean mayBeInstalled(Language language, List<String> packages) {
    List<PackageProblem> problems = PackageRules.checkAll(language, packages);
    problems.forEach(problem -> session.output().problem(PackageProblemText.of(language, problem)));
    return problems.isEmpty();
  }
}
