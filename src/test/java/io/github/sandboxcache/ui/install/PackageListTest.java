package io.github.sandboxcache.ui.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is pasted becomes the packages that were meant. */
class PackageListTest {
  @Test
  void spacesCommasAndLinesSeparate() {
    assertThat(PackageList.parse("numpy, pandas polars\nscipy"))
        .containsExactly("numpy", "pandas", "polars", "scipy");
  }

  @Test
  void aRequirementsFileIsTakenWithoutItsComments() {
    assertThat(
            PackageList.parse(
                """
                # data
                numpy >= 1.26, <3   # newest two
                uvicorn[standard,watch]==0.32.0 \\

                @types/node@20
                """))
        .containsExactly("numpy>=1.26,<3", "uvicorn[standard,watch]==0.32.0", "@types/node@20");
  }

  @Test
  void anOptionStaysInViewInsteadOfBeingDropped() {
    assertThat(PackageList.parse("--hash=sha256:0")).containsExactly("--hash=sha256:0");
  }

  @Test
  void anEnvironmentMarkerStaysWithItsPackage() {
    assertThat(PackageList.parse("pywin32; sys_platform == 'win32'"))
        .containsExactly("pywin32; sys_platform=='win32'");
  }

  @Test
  void aCommaInsideExtrasDoesNotEndTheName() {
    assertThat(PackageList.commaEnds("uvicorn[standard")).isFalse();
    assertThat(PackageList.commaEnds("uvicorn[standard]")).isTrue();
  }
}
