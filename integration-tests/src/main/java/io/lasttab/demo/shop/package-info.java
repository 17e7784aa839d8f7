/** A small bookshop as anyone might have written it: the basket lives in the session. It knows nothing of Lasttab. */
package io.lasttab.demo.shop;
