package org.boardbench.sut.launch.kubernetes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keys of a manifest that Kubernetes does not know: the client's model keeps them apart. */
final class UnknownKeys {
  private static final String MODEL = "io.fabric8.kubernetes.api.model";
  private static final String KEPT_APART = "additionalProperties";

  private final List<String> found = new ArrayList<>();

  private UnknownKeys() {}

  /** Where each is, e.g. {@code spec.template.spec.container}. */
  static List<String> of(Object manifest) throws IllegalAccessException {
    UnknownKeys keys = new UnknownKeys();
    keys.look("", manifest);
    return keys.found;
  }

  private void look(String path, Object value) throws IllegalAccessException {
    if (value instanceof Collection<?> all) {
      for (Object one : all) {
        look(path + "[]", one);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        look(path + "." + entry.getKey(), entry.getValue());
      }
    } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
      lookInto(path, value);
    }
  }

  private void lookInto(String path, Object part) throws IllegalAccessException {
    for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Object value = field.get(part);
          if (!field.getName().equals(KEPT_APART)) {
            look(path + "." + field.getName(), value);
          } else if (value instanceof Map<?, ?> unknown) {
            unknown.keySet().forEach(key -> found.add(path + "." + key));
          }
        }
      }
    }
  }
}
