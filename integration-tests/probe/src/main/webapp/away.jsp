<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Away</title>
<link rel="icon" href="data:,">
</head>
<body>
<p id="session">${pageContext.session.id}</p>
<a id="link" href="${param.to}">link</a>
<form action="${param.to}" method="post"><button id="post">post</button></form>
<form action="next.jsp" method="post"><button id="button" formaction="${param.to}">button</button></form>
<form action="pay.jsp" method="post"><input type="hidden" name="to" value="${param.to}"><button id="redirect">redirect</button></form>
<svg width="40" height="40"><a href="${param.to}"><rect id="drawn" width="40" height="40"/></a></svg>
<button id="script" onclick="location = document.getElementById('link').href">script</button>
</body>
</html>
