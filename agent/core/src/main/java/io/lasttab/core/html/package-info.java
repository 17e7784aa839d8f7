/**
 * Puts the tag into HTML documents: whether ({@link io.lasttab.core.html.Injection#decide}), where (a tokenizer over the
 * body's first bytes) and how (one buffer in, one buffer out). Knows no container.
 */
package io.lasttab.core.html;
