<%@ page contentType="text/html;charset=UTF-8" session="false" %><p>A fragment.</p>
