package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Eclipse refuses builds with goals of which the plugin does not say whether to run them. */
class EclipseMetadataTest {
  private static final String METADATA = "/META-INF/m2e/lifecycle-mapping-metadata.xml";

  @Test
  void eachGoalIsRunWhenProjectsAreConfiguredAndAsTheyChange() throws Exception {
    Document metadata = parse(METADATA);

    assertThat(texts(metadata, "goal")).containsExactlyElementsOf(goals());
    assertThat(texts(metadata, "runOnConfiguration")).containsExactly("true");
    assertThat(texts(metadata, "runOnIncremental")).containsExactly("true");
  }

  private static List<String> goals() throws Exception {
    return texts(parse("/META-INF/maven/plugin.xml"), "goal");
  }

  private static Document parse(String resource) throws Exception {
    try (InputStream in = EclipseMetadataTest.class.getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private static List<String> texts(Document document, String element) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName(element);
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
