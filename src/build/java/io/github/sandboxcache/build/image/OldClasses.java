package io.github.sandboxcache.build.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Brings class files of Java 5 and older to the form of Java 8. The cache of classes takes only
 * classes of Java 6 and newer, and those without stack maps are verified slowly at every start.
 */
final class OldClasses {
  private static final int MAJOR_VERSION_AT = 6;

  private final JarFile jar;
  private final ClassFile files;

  /** Those of that jar. */
  OldClasses(JarFile jar) {
    this.jar = jar;
    this.files =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> classFile(type).orElse(null))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** Reads an entry: a class file in the newer form, all else as it is. */
  byte[] read(JarEntry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = jar.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    boolean old =
        entry.getName().endsWith(".class")
            && ByteBuffer.wrap(bytes).getShort(MAJOR_VERSION_AT) < ClassFile.JAVA_6_VERSION;
    return old ? renewed(bytes) : bytes;
  }

  private byte[] renewed(byte[] bytes) {
    // Each method's code is taken apart: code that is copied as it is gets no stack maps.
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(OldClasses::withNewVersion));
  }

  private static void withNewVersion(ClassBuilder to, ClassElement element) {
    to.with(
        element instanceof ClassFileVersion
            ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
            : element);
  }

  private Optional<InputStream> classFile(ClassDesc type) {
    String descriptor = type.descriptorString();
    JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? Optional.empty() : Optional.of(jar.getInputStream(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
