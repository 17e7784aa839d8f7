<%@ page contentType="text/html;charset=UTF-8" session="true" %><% response.setHeader("Cache-Control", "max-age=600"); io.lasttab.probe.Asked.of(session.getId()); %><!DOCTYPE html>
<html>
<head>
<title>Ahead</title>
<link rel="icon" href="data:,">
</head>
<body>
<p id="session">${pageContext.session.id}</p>
<a id="back" href="index.jsp">back</a>
</body>
</html>
